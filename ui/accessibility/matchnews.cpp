// SPDX-License-Identifier: Apache-2.0
#include "ui/accessibility/matchnews.h"

#include "ui/accessibility/announcer.h"

#include <QAbstractItemModel>
#include <QCoreApplication>
#include <QTimer>

#include <chrono>

using namespace std::chrono_literals;

namespace ui {

namespace {

struct MatchNews
{
    Q_DECLARE_TR_FUNCTIONS(ui::MatchNews)
};

/// As long as one thinks between two words.
constexpr auto PauseAfterTyping = 700ms;

} // namespace

void announceMatches(QLineEdit *filter, const QAbstractItemModel *rows)
{
    auto *pause = new QTimer(filter);
    pause->setSingleShot(true);
    pause->setInterval(PauseAfterTyping);
    QObject::connect(filter, &QLineEdit::textChanged, pause, [filter, pause] {
        if (!Announcer::of(filter)->isSilent())
            pause->start();
    });
    QObject::connect(pause, &QTimer::timeout, filter, [filter, rows] {
        if (!filter->text().trimmed().isEmpty())
            announce(filter, MatchNews::tr("%Ln row(s) match.", nullptr, rows->rowCount()));
    });
}

} // namespace ui
