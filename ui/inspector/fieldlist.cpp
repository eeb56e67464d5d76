// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/fieldlist.h"

#include "ui/inspector/fieldrow.h"
#include "ui/look/theme.h"

namespace ui {

namespace {

constexpr int RowDistance = 6;

} // namespace

FieldList::FieldList(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(this);
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(theme::Margin, theme::Gap, theme::Margin, theme::Margin);
    m_layout->setSpacing(RowDistance);
    m_layout->addStretch();
    setWidget(content);
}

void FieldList::addOnTop(QWidget *widget)
{
    m_layout->insertWidget(0, widget);
}

void FieldList::showFields(const QList<buckets::FieldLine> &fields)
{
    for (qsizetype i = 0; i < fields.size(); ++i) {
        rowAt(i)->setField(fields[i]);
        rowAt(i)->setVisible(true);
    }
    for (qsizetype i = fields.size(); i < m_rows.size(); ++i)
        m_rows[i]->setVisible(false);
}

FieldRow *FieldList::rowAt(qsizetype index)
{
    if (index == m_rows.size()) {
        auto *row = new FieldRow(widget());
        m_layout->insertWidget(m_layout->count() - 1, row);
        m_rows.append(row);
    }
    return m_rows[index];
}

} // namespace ui
