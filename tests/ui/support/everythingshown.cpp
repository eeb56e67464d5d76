// SPDX-License-Identifier: Apache-2.0
#include "everythingshown.h"

#include "models/roles.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMetaProperty>
#include <QWindow>

namespace testsupport {

namespace {

constexpr int LastOwnRole = Qt::InitialSortOrderRole + 1;
constexpr int LastRole = models::LastItemRole;
constexpr int MostRows = 200;

class Collector
{
public:
    void add(const QVariant &value)
    {
        m_all += value.toStringList().join(u'\n').toUtf8() + '\n';
        m_all += value.toByteArray() + '\n';
    }

    void addProperties(const QObject *object)
    {
        const auto *input = qobject_cast<const QLineEdit *>(object);
        const bool hides = input && input->echoMode() != QLineEdit::Normal;
        const QMetaObject *type = object->metaObject();
        for (int i = 0; i < type->propertyCount(); ++i) {
            const QByteArray name = type->property(i).name();
            if (!hides || (name != "text" && name != "selectedText"))
                add(type->property(i).read(object));
        }
        for (const QByteArray &name : object->dynamicPropertyNames())
            add(object->property(name));
    }

    void addModel(const QAbstractItemModel *model)
    {
        if (!model)
            return;
        for (int column = 0; column < model->columnCount(); ++column) {
            for (int role = 0; role <= LastRole; ++role) {
                // Between Qt's own roles and a model's there are none.
                if (role == LastOwnRole)
                    role = Qt::UserRole;
                add(model->headerData(column, Qt::Horizontal, role));
                for (int row = 0; row < qMin(model->rowCount(), MostRows); ++row)
                    add(model->index(row, column).data(role));
            }
        }
    }

    void addAccessible(QAccessibleInterface *element)
    {
        if (!element || !element->isValid())
            return;
        for (const auto text : {QAccessible::Name, QAccessible::Description, QAccessible::Value,
                                QAccessible::Help, QAccessible::Accelerator})
            add(element->text(text));
        // The cells of tables are in their models.
        if (element->tableInterface())
            return;
        for (int i = 0; i < element->childCount(); ++i)
            addAccessible(element->child(i));
    }

    QByteArray all() const { return m_all; }

private:
    QByteArray m_all;
};

} // namespace

QByteArray everythingShown()
{
    Collector collector;
    for (const QWidget *widget : QApplication::allWidgets()) {
        collector.addProperties(widget);
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
            collector.addModel(view->model());
        if (const auto *choice = qobject_cast<const QComboBox *>(widget))
            collector.addModel(choice->model());
    }
    for (QWidget *window : QApplication::topLevelWidgets())
        collector.addAccessible(QAccessible::queryAccessibleInterface(window));
    for (const QWindow *window : QGuiApplication::allWindows())
        collector.add(window->title());
    return collector.all();
}

} // namespace testsupport
