// SPDX-License-Identifier: Apache-2.0
#include "accounts/settings/settingstable.h"

#include <QCoreApplication>

namespace accounts {

QString settingText(const char *text)
{
    return text ? QCoreApplication::translate("Setting", text) : QString();
}

} // namespace accounts
