// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/bucketfields.h"

#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QWidget>

namespace ui {

/// One field of the selected bucket: its name, and its value to be read, selected and copied.
class FieldRow : public QWidget
{
    Q_OBJECT

public:
    explicit FieldRow(QWidget *parent = nullptr);

    void setField(const browse::BucketField &field);

private:
    void applyColors();

    browse::BucketField m_field;
    QLabel *m_name;
    QLineEdit *m_value;
    QToolButton *m_open;
    QToolButton *m_copy;
};

} // namespace ui
