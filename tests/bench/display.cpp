// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/display.h"

#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace bench {

// Without -noreset the server starts anew when its last client goes, and meanwhile refuses others.
Display::Display()
    : m_server(u"Xvfb"_s,
               {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1920x1200x24"_s, u"-nolisten"_s,
                u"tcp"_s, u"-noreset"_s},
               environmentWith({})),
      m_name(QString(u':' + QString::fromLatin1(m_server.readLine())))
{ }

bool Display::isInstalled()
{
    return !QStandardPaths::findExecutable(u"Xvfb"_s).isEmpty();
}

} // namespace bench
