// SPDX-License-Identifier: Apache-2.0
#include "ui/window/windowtitle.h"

#include "base/texts/showntext.h"
#include "session/session.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr qsizetype LongestName = 300;

struct Title
{
    Q_DECLARE_TR_FUNCTIONS(ui::WindowTitle)
};

WindowTitle titleOfAll()
{
    const QString name = Title::tr("All projects");
    return {std::nullopt, name, Title::tr("%1 – Bucketscope").arg(name)};
}

WindowTitle titleOfProject(Session &session, atlas::ProjectId id)
{
    const auto project = session.projects().project(id);
    const QString name =
        project ? base::shownText(project->name.simplified(), LongestName) : QString();
    return {id, name, Title::tr("%1 – Bucketscope").arg(name.isEmpty() ? id.toHex() : name)};
}

} // namespace

WindowTitle titleOf(Session *session)
{
    if (session && session->inventory().isShown() && !session->inventory().project())
        return titleOfAll();
    const auto id = session ? session->pager().project() : std::nullopt;
    return id ? titleOfProject(*session, *id) : WindowTitle{std::nullopt, {}, u"Bucketscope"_s};
}

} // namespace ui
