// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

namespace base {

/// `2026-08-10 12:03`, in the time zone of this computer.
QString localTimeText(const QDateTime &time);

/// `2026-08-10 12:03 KST`, in the time zone of this computer.
QString zonedTimeText(const QDateTime &time);

/// `2026-08-10 12:03:24`, in the time zone of this computer.
QString localTimeWithSeconds(const QDateTime &time);

/// `2026-08-10 03:03:24 UTC`.
QString utcTimeText(const QDateTime &time);

/// `2026-08-10 12:03:24 KST · 2026-08-10 03:03:24 UTC`: the time here, and for everybody.
QString timeToolTip(const QDateTime &time);

/// `October 3, 2024`, as the language of the window writes it: for sentences. Tables,
/// copies and files take the forms above.
QString longDateText(QDate date);

/// `October 3, 2024, 12:03 PM`, likewise, in the time zone of this computer.
QString longTimeText(const QDateTime &time);

} // namespace base
