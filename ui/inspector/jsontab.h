// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/bucketinspector.h"
#include "ui/parts/textview.h"
#include "ui/parts/tonelabel.h"

#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QWidget>

namespace ui {

/// The answer for the selected bucket as Atlas sent it, indented.
class JsonTab : public QWidget
{
    Q_OBJECT

public:
    explicit JsonTab(QWidget *parent = nullptr);

    void show(const buckets::BucketInspector &inspector);

private:
    void layOut();
    void search();

    QByteArray m_body;
    QString m_text;
    QLineEdit *m_search;
    ToneLabel *m_found;
    QToolButton *m_copy;
    TextView *m_view;
};

} // namespace ui
