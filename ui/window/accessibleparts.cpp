// SPDX-License-Identifier: Apache-2.0
#include "ui/window/accessibleparts.h"

#include "ui/accessibility/announcer.h"
#include "ui/inspector/jobstripview.h"
#include "ui/parts/accessibletabs.h"
#include "ui/parts/busyline.h"
#include "ui/parts/pagestack.h"

#include <QAbstractItemView>
#include <QLineEdit>

namespace ui {

namespace {

/// A notification is known by its text.
class AccessibleAnnouncer final : public QAccessibleWidget
{
public:
    explicit AccessibleAnnouncer(Announcer *announcer)
        : QAccessibleWidget(announcer, QAccessible::Notification)
    { }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? static_cast<Announcer *>(widget())->text() : QString();
    }
};

/// There while something is being loaded.
class AccessibleBusyLine final : public QAccessibleWidget
{
public:
    explicit AccessibleBusyLine(BusyLine *line)
        : QAccessibleWidget(line, QAccessible::Animation) { }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.busy = isValid() && static_cast<BusyLine *>(widget())->isBusy();
        state.invisible = state.invisible || !state.busy;
        return state;
    }
};

QAccessibleInterface *makeAccessiblePart(const QString &, QObject *object)
{
    if (auto *announcer = qobject_cast<Announcer *>(object))
        return new AccessibleAnnouncer(announcer);
    if (auto *line = qobject_cast<BusyLine *>(object))
        return new AccessibleBusyLine(line);
    if (auto *box = qobject_cast<QComboBox *>(object))
        return new AccessibleComboBox(box);
    if (auto *tabs = qobject_cast<FlatTabBar *>(object))
        return new AccessibleTabs(tabs);
    if (auto *stack = qobject_cast<QStackedWidget *>(object))
        return new AccessibleStack(stack);
    if (auto *strip = qobject_cast<JobStripView *>(object))
        return new QAccessibleWidget(strip, QAccessible::Graphic);
    return nullptr;
}

} // namespace

void installAccessibleParts()
{
    QAccessible::installFactory(makeAccessiblePart);
}

AccessibleComboBox::AccessibleComboBox(QComboBox *box)
    : QAccessibleWidget(box, QAccessible::ComboBox)
{ }

QComboBox *AccessibleComboBox::box() const
{
    return static_cast<QComboBox *>(widget());
}

QLabel *AccessibleComboBox::label() const
{
    const auto labels = widget()->window()->findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (label->buddy() == widget())
            return label;
    }
    return nullptr;
}

QString AccessibleComboBox::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Value ? box()->currentText() : QAccessibleWidget::text(kind);
}

QAccessible::State AccessibleComboBox::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.expandable = true;
    state.expanded = isValid() && box()->view()->isVisible();
    state.editable = box()->isEditable();
    return state;
}

QList<QPair<QAccessibleInterface *, QAccessible::Relation>> AccessibleComboBox::relations(
    QAccessible::Relation match) const
{
    auto found = QAccessibleWidget::relations(match & ~QAccessible::Label);
    if (match.testFlag(QAccessible::Label)) {
        if (QLabel *const buddy = label())
            found.append({QAccessible::queryAccessibleInterface(buddy), QAccessible::Label});
    }
    return found;
}

/// The list that pops up, and the field for typing if there is one.
int AccessibleComboBox::childCount() const
{
    return box()->isEditable() ? 2 : 1;
}

QAccessibleInterface *AccessibleComboBox::child(int index) const
{
    if (index == 0) {
        QAbstractItemView *list = box()->view();
        if (list->accessibleName().isEmpty())
            list->setAccessibleName(box()->accessibleName());
        return QAccessible::queryAccessibleInterface(list);
    }
    return index == 1 && box()->isEditable()
        ? QAccessible::queryAccessibleInterface(box()->lineEdit())
        : nullptr;
}

int AccessibleComboBox::indexOfChild(const QAccessibleInterface *child) const
{
    if (child->object() == box()->view())
        return 0;
    return box()->isEditable() && child->object() == box()->lineEdit() ? 1 : -1;
}

QStringList AccessibleComboBox::actionNames() const
{
    return box()->isEnabled() ? QStringList{showMenuAction(), pressAction()} : QStringList();
}

void AccessibleComboBox::doAction(const QString &name)
{
    if (!box()->isEnabled() || (name != showMenuAction() && name != pressAction()))
        return;
    if (box()->view()->isVisible())
        box()->hidePopup();
    else
        box()->showPopup();
}

AccessibleStack::AccessibleStack(QStackedWidget *stack)
    : QAccessibleWidget(stack, QAccessible::Grouping)
{ }

QAccessible::State AccessibleStack::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    const auto *pages = qobject_cast<const PageStack *>(widget());
    state.busy = pages && pages->isBusy();
    return state;
}

QWidget *AccessibleStack::page() const
{
    return static_cast<QStackedWidget *>(widget())->currentWidget();
}

int AccessibleStack::childCount() const
{
    return page() ? 1 : 0;
}

QAccessibleInterface *AccessibleStack::child(int index) const
{
    return index == 0 ? QAccessible::queryAccessibleInterface(page()) : nullptr;
}

int AccessibleStack::indexOfChild(const QAccessibleInterface *child) const
{
    return page() && child->object() == page() ? 0 : -1;
}

} // namespace ui
