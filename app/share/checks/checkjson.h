// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/checks/checkreport.h"

#include <QByteArray>

namespace share {

/// A JSON object that says what was checked, and in it the list `findings`, an object a line, and
/// `counts`, in which none that is accepted counts. Texts are in the language of the moment.
QByteArray checkJson(const CheckReport &report);

} // namespace share
