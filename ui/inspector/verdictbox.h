// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/check/bucketverdict.h"
#include "ui/parts/tonelabel.h"

#include <QLabel>
#include <QList>
#include <QVBoxLayout>
#include <QWidget>

namespace ui {

/// What is wrong with a bucket, and whether it may be removed.
class VerdictBox : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictBox(QWidget *parent = nullptr);

    void show(const insight::BucketVerdict &verdict);

private:
    ToneLabel *findingAt(qsizetype index);

    QVBoxLayout *m_layout;
    /// Kept and filled anew.
    QList<ToneLabel *> m_findings;
    QLabel *m_removal;
    ToneLabel *m_reasons;
};

} // namespace ui
