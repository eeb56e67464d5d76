// SPDX-License-Identifier: Apache-2.0
#include "ui/projects/projectpopup.h"

#include "ui/projects/projectpanel.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr QSize FullSize(320, 480);

} // namespace

ProjectPopup::ProjectPopup(Session &session, std::optional<atlas::ProjectId> open, QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Projects"));
    setFrameShape(QFrame::StyledPanel);
    auto *panel = new ProjectPanel(this);
    panel->setOpensOnRest(false);
    panel->setSession(&session);
    if (open)
        panel->setCurrentProject(*open);
    else
        panel->setAllCurrent();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(panel);
    connect(panel, &ProjectPanel::projectChosen, this, &ProjectPopup::projectChosen);
    connect(panel, &ProjectPanel::allProjectsChosen, this, &ProjectPopup::allProjectsChosen);
    connect(panel, &ProjectPanel::settled, this, &QWidget::close);
    panel->focusFilter();
}

void ProjectPopup::openBelow(const QWidget &anchor)
{
    const QWidget &window = *anchor.window();
    const QRect free(window.mapToGlobal(QPoint()), window.size());
    const QPoint below = anchor.mapToGlobal(QPoint(0, anchor.height()));
    resize(FullSize.boundedTo({free.width(), free.bottom() + 1 - below.y()}));
    move(std::clamp(below.x(), free.left(), free.right() + 1 - width()), below.y());
    show();
}

void ProjectPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel))
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace ui
