// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/accessibletabs.h"

namespace ui {

AccessibleTab::AccessibleTab(FlatTabBar *tabs, int index) : m_tabs(tabs), m_index(index) { }

bool AccessibleTab::isValid() const
{
    return m_tabs && m_index < m_tabs->count();
}

QAccessibleInterface *AccessibleTab::parent() const
{
    return QAccessible::queryAccessibleInterface(m_tabs);
}

QString AccessibleTab::text(QAccessible::Text kind) const
{
    if (!isValid())
        return {};
    if (kind == QAccessible::Description)
        return m_tabs->spokenCount(m_index);
    if (kind != QAccessible::Name)
        return {};
    const QString name = m_tabs->accessibleTabName(m_index);
    return name.isEmpty() ? m_tabs->tabText(m_index) : name;
}

QRect AccessibleTab::rect() const
{
    if (!isValid())
        return {};
    const QRect place = m_tabs->tabRect(m_index);
    return {m_tabs->mapToGlobal(place.topLeft()), place.size()};
}

QAccessible::State AccessibleTab::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    const bool isCurrent = m_index == m_tabs->currentIndex();
    state.selectable = true;
    state.selected = isCurrent;
    state.focusable = m_tabs->focusPolicy() != Qt::NoFocus;
    state.focused = isCurrent && m_tabs->hasFocus();
    state.disabled = !m_tabs->isEnabled() || !m_tabs->isTabEnabled(m_index);
    state.invisible = !m_tabs->isVisible() || !m_tabs->isTabVisible(m_index);
    return state;
}

void *AccessibleTab::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                : nullptr;
}

QStringList AccessibleTab::actionNames() const
{
    return {pressAction()};
}

void AccessibleTab::doAction(const QString &name)
{
    if (isValid() && name == pressAction() && m_tabs->isEnabled() && m_tabs->isTabEnabled(m_index))
        m_tabs->setCurrentIndex(m_index);
}

AccessibleTabs::AccessibleTabs(FlatTabBar *tabs) : QAccessibleWidget(tabs, QAccessible::PageTabList)
{ }

AccessibleTabs::~AccessibleTabs()
{
    for (const QAccessible::Id id : std::as_const(m_made))
        QAccessible::deleteAccessibleInterface(id);
}

FlatTabBar *AccessibleTabs::tabs() const
{
    return static_cast<FlatTabBar *>(widget());
}

int AccessibleTabs::childCount() const
{
    return tabs()->count();
}

QAccessibleInterface *AccessibleTabs::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const auto made = m_made.constFind(index);
    if (made != m_made.constEnd())
        return QAccessible::accessibleInterface(*made);
    auto *tab = new AccessibleTab(tabs(), index);
    m_made.insert(index, QAccessible::registerAccessibleInterface(tab));
    return tab;
}

QAccessibleInterface *AccessibleTabs::childAt(int x, int y) const
{
    return child(tabs()->tabAt(tabs()->mapFromGlobal(QPoint(x, y))));
}

QAccessibleInterface *AccessibleTabs::focusChild() const
{
    return tabs()->hasFocus() ? child(tabs()->currentIndex()) : nullptr;
}

int AccessibleTabs::indexOfChild(const QAccessibleInterface *child) const
{
    for (auto made = m_made.cbegin(); made != m_made.cend(); ++made) {
        if (QAccessible::accessibleInterface(made.value()) == child)
            return made.key();
    }
    return -1;
}

} // namespace ui
