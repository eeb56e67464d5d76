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

void announceAfterTyping(QLineEdit *filter, const std::function<QString()> &newsOfNow)
{
    auto *pause = new QTimer(filter);
    pause->setSingleShot(true);
    pause->setInterval(PauseAfterTyping);
    QObject::connect(filter, &QLineEdit::textChanged, pause, [filter, pause] {
        if (!Announcer::of(filter)->isSilent())
            pause->start();
    });
    QObject::connect(pause, &QTimer::timeout, filter, [filter, newsOfNow] {
        if (!filter->text().trimmed().isEmpty())
            announce(filter, newsOfNow());
    });
}

void announceMatches(QLineEdit *filter, const QAbstractItemModel *rows)
{
    announceAfterTyping(filter, [rows] { return matchText(rows->rowCount()); });
}

QString matchText(int rows)
{
    return MatchNews::tr("%Ln row(s) match.", nullptr, rows);
}

} // namespace ui
