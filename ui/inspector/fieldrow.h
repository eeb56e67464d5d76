// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/fields/bucketfields.h"
#include "ui/inspector/fieldvalue.h"

#include <QLabel>
#include <QToolButton>
#include <QWidget>

namespace ui {

/// One field of the selected bucket: its name, and its value to be read, selected and copied. Tab
/// reaches the value alone: what its buttons do, its keys and its menu do, too.
class FieldRow : public QWidget
{
    Q_OBJECT

public:
    explicit FieldRow(QWidget *parent = nullptr);

    void setField(const buckets::FieldLine &field);
    /// How many lines the value may take; what is longer scrolls.
    void setMostLines(int lines);

private:
    void applyColors();

    buckets::FieldLine m_field;
    QLabel *m_name;
    FieldValue *m_value;
    QToolButton *m_open;
    QToolButton *m_copy;
};

} // namespace ui
