// SPDX-License-Identifier: Apache-2.0
#include "ui/window/windowtitle.h"

#include "base/texts/showntext.h"
#include "session/session.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr qsizetype LongestTitle = 300;

struct TitleText
{
    Q_DECLARE_TR_FUNCTIONS(ui::WindowTitle)
};

} // namespace

WindowTitle WindowTitle::of(Session *session)
{
    if (session && session->inventory().isShown() && !session->inventory().project()) {
        const QString all = TitleText::tr("All projects");
        return {std::nullopt, all, TitleText::tr("%1 – Bucketscope").arg(all)};
    }
    const auto id = session ? session->pager().project() : std::nullopt;
    if (!id)
        return {std::nullopt, {}, u"Bucketscope"_s};
    const auto project = session->projects().project(*id);
    const QString name =
        project ? base::shownText(project->name.simplified(), LongestTitle) : QString();
    return {id, name, TitleText::tr("%1 – Bucketscope").arg(name.isEmpty() ? id->toHex() : name)};
}

} // namespace ui
