// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/parts/flattabbar.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace ui {

/// One tab, as assistive technology meets it.
class AccessibleTab : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessibleTab(FlatTabBar *tabs, int index);

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::PageTab; }
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

    int index() const { return m_index; }

private:
    QPointer<FlatTabBar> m_tabs;
    int m_index;
};

/// A bar of tabs that bears its accessible name, and whose current tab is selected. In Qt 6.4 the
/// bar is named as its current tab, none is selected, and each claims the focus.
class AccessibleTabs : public QAccessibleWidget
{
public:
    explicit AccessibleTabs(FlatTabBar *tabs);
    ~AccessibleTabs() override;

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;

private:
    FlatTabBar *tabs() const;

    mutable QHash<int, QAccessible::Id> m_made;
};

} // namespace ui
