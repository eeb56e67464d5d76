// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/fields/bucketfields.h"

#include <QList>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

class FieldRow;

/// Fields below each other, as many as there are.
class FieldList : public QScrollArea
{
    Q_OBJECT

public:
    explicit FieldList(QWidget *parent = nullptr);

    void showFields(const QList<buckets::FieldLine> &fields);

protected:
    /// Puts `widget` above the fields.
    void addOnTop(QWidget *widget);

private:
    FieldRow *rowAt(qsizetype index);

    QVBoxLayout *m_layout;
    /// Kept and filled anew: a held arrow key shows many buckets a second.
    QList<FieldRow *> m_rows;
};

} // namespace ui
