// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/advice/usagetext.h"
#include "ui/parts/tonelabel.h"

#include <QLabel>
#include <QToolButton>
#include <QWidget>

namespace ui {

/// What a table below it amounts to, and how complete that is, with a retry if it is not.
class Summary : public QWidget
{
    Q_OBJECT

public:
    /// `name` is the accessible description of the headline.
    explicit Summary(const QString &name, QWidget *parent = nullptr);

    void show(const insight::UsageText &text);

Q_SIGNALS:
    void retryRequested();

private:
    QLabel *m_headline;
    ToneLabel *m_text;
    QToolButton *m_retry;
};

} // namespace ui
