// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocale>
#include <QString>

namespace bench {

/// As `100,000 rows`.
inline QString rowCount(int rows)
{
    return QString(QLocale(QLocale::English).toString(rows) + QStringLiteral(" rows"));
}

} // namespace bench
