// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/wording.h"

#include <utility>
#include <vector>

namespace insight {

/// A text of a finding; `text` is marked with QT_TRANSLATE_NOOP("insight::Finding", …).
inline atlas::Wording findingWords(const char *text, const std::vector<atlas::Wording> &values = {})
{
    return {"insight::Finding", text, values};
}

/// The same with a number, marked with QT_TRANSLATE_N_NOOP().
inline atlas::Wording countedFindingWords(const char *text, int count,
                                          const std::vector<atlas::Wording> &values = {})
{
    return atlas::Wording::counted("insight::Finding", text, count, values);
}

} // namespace insight
