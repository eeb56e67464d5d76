// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/summary.h"

#include "ui/accessibility/selectablelabel.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"

#include <QGridLayout>

namespace ui {

Summary::Summary(const QString &name, QWidget *parent)
    : QWidget(parent), m_headline(makePlainLabel(this)),
      m_text(new ToneLabel(ToneLabel::Meaning::Muted, this)),
      m_retry(makeFlatButton(this, tr("Retry"), LineIcon::Refresh, Qt::ToolButtonTextBesideIcon))
{
    //: %1 is what is loaded again, such as Export jobs.
    m_retry->setAccessibleName(tr("Retry: %1").arg(name));
    m_headline->setFont(theme::bold(font()));
    m_headline->setWordWrap(true);
    m_headline->setAccessibleDescription(name);
    m_text->setWordWrap(true);
    makeSelectable(m_text);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(theme::Margin, theme::Gap, theme::Margin, theme::Gap);
    layout->setHorizontalSpacing(theme::Gap);
    layout->setVerticalSpacing(2);
    layout->setColumnStretch(0, 1);
    layout->addWidget(m_headline, 0, 0);
    layout->addWidget(m_retry, 0, 1, Qt::AlignTop);
    layout->addWidget(m_text, 1, 0, 1, 2);
    connect(m_retry, &QToolButton::clicked, this, &Summary::retryRequested);
}

void Summary::show(const insight::UsageText &text)
{
    m_headline->setText(text.headline);
    m_text->showText(text.isIncomplete ? ToneLabel::Meaning::Warning : ToneLabel::Meaning::Muted,
                     text.text);
    m_text->setVisible(!text.text.isEmpty());
    m_retry->setVisible(text.isIncomplete);
}

} // namespace ui
