// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/fieldrow.h"

#include "base/texts/mixedletters.h"
#include "base/texts/mixedlettersnote.h"
#include "base/texts/showntext.h"
#include "ui/accessibility/clipboardnews.h"
#include "ui/look/elidedlabel.h"
#include "ui/look/keptcolors.h"
#include "ui/look/theme.h"
#include "ui/look/tooltiptext.h"
#include "ui/look/widgets.h"

#include <QDesktopServices>
#include <QGridLayout>
#include <QGuiApplication>

namespace ui {

namespace {

using Kind = buckets::FieldLine::Kind;

constexpr qsizetype LongestName = 100;

} // namespace

FieldRow::FieldRow(QWidget *parent)
    : QWidget(parent), m_name(new ElidedLabel(this)), m_value(new FieldValue(this)),
      m_open(makeFlatButton(this, {}, LineIcon::Open)),
      m_copy(makeFlatButton(this, {}, LineIcon::Copy))
{
    m_name->setFont(theme::smaller(font()));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(2);
    layout->setVerticalSpacing(0);
    layout->addWidget(m_name, 0, 0);
    layout->addWidget(m_value, 1, 0, Qt::AlignVCenter);
    layout->addWidget(m_open, 1, 1, Qt::AlignTop);
    layout->addWidget(m_copy, 1, 2, Qt::AlignTop);
    layout->setColumnStretch(0, 1);
    for (QToolButton *button : {m_open, m_copy})
        button->setFocusPolicy(Qt::NoFocus);
    const auto copy = [this] {
        copyAndTell(this, m_field.value);
    };
    const auto open = [this] {
        QDesktopServices::openUrl(m_field.link);
    };
    connect(m_copy, &QToolButton::clicked, this, copy);
    connect(m_open, &QToolButton::clicked, this, open);
    connect(m_value, &FieldValue::copyRequested, this, copy);
    connect(m_value, &FieldValue::openRequested, this, open);
    keepColored(*this, [this] { applyColors(); });
}

void FieldRow::setMostLines(int lines)
{
    m_value->setMostLines(lines);
}

void FieldRow::setField(const buckets::FieldLine &field)
{
    if (field == m_field)
        return;
    m_field = field;
    const QString name = base::shownText(field.name, LongestName);
    m_name->setText(name);
    m_value->setAccessibleName(name);
    m_value->setText(base::shownText(field.value));
    m_value->setToolTip(toolTipFor(base::toolTipWithLetters(field.toolTip, field.value)));
    m_value->setAccessibleDescription(base::mixedLettersText(field.value));
    m_value->setFont(field.kind == Kind::Id ? theme::monospace(font()) : font());
    m_value->setOffers(field.kind != Kind::Absent, field.link.isValid());
    m_copy->setVisible(field.kind != Kind::Absent);
    m_copy->setAccessibleName(tr("Copy: %1").arg(name));
    m_copy->setToolTip(tr("Copy"));
    m_open->setVisible(field.link.isValid());
    m_open->setAccessibleName(tr("Open in the browser: %1").arg(name));
    m_open->setToolTip(tr("Open in the browser"));
    applyColors();
}

void FieldRow::applyColors()
{
    const QColor muted = theme::mutedText(palette());
    QPalette flat;
    flat.setColor(QPalette::Base, Qt::transparent);
    if (m_field.kind == Kind::Absent)
        flat.setColor(QPalette::Text, muted);
    m_value->setPalette(flat);
    theme::setTextColor(*m_name, muted);
}

} // namespace ui
