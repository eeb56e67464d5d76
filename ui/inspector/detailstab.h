// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/bucketinspector.h"
#include "ui/settings/tonelabel.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

class FieldRow;

/// Every field of the selected bucket and of its role.
class DetailsTab : public QScrollArea
{
    Q_OBJECT

public:
    explicit DetailsTab(QWidget *parent = nullptr);

    void show(const browse::BucketInspector &inspector);

private:
    FieldRow *rowAt(qsizetype index);

    ToneLabel *m_warning;
    QVBoxLayout *m_layout;
    /// Kept and filled anew: a held arrow key shows many buckets a second.
    QList<FieldRow *> m_rows;
};

} // namespace ui
