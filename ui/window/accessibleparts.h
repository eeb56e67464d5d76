// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessibleWidget>
#include <QComboBox>
#include <QLabel>
#include <QStackedWidget>

namespace ui {

/// Has assistive technology meet our own interfaces in place of Qt's where those say too little or
/// what is not so. Call it once there is a QApplication, before the first widget; calling it again
/// changes nothing.
void installAccessibleParts();

/// A combo box that bears its accessible name, with its current text as value. Qt 6.4 gives that
/// text as the name on Linux. Its label is known wherever it stands.
class AccessibleComboBox : public QAccessibleWidget
{
public:
    explicit AccessibleComboBox(QComboBox *box);

    QString text(QAccessible::Text kind) const override;
    QAccessible::State state() const override;
    QList<QPair<QAccessibleInterface *, QAccessible::Relation>> relations(
        QAccessible::Relation match) const override;
    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QStringList actionNames() const override;
    void doAction(const QString &name) override;

private:
    QComboBox *box() const;
    QLabel *label() const;
};

/// A stack of pages: a group of the page on screen. Screen readers tell of each layered pane. It is
/// busy in place of the table on it: Qt 6.4 exports no interface of tables that one could add to.
class AccessibleStack : public QAccessibleWidget
{
public:
    explicit AccessibleStack(QStackedWidget *stack);

    QAccessible::State state() const override;
    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;

private:
    QWidget *page() const;
};

} // namespace ui
