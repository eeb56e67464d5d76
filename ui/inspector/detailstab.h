// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/bucketinspector.h"
#include "ui/inspector/fieldlist.h"
#include "ui/parts/tonelabel.h"

namespace ui {

/// Every field of the selected bucket and of its role.
class DetailsTab : public FieldList
{
    Q_OBJECT

public:
    explicit DetailsTab(QWidget *parent = nullptr);

    void show(const buckets::BucketInspector &inspector);

private:
    ToneLabel *m_warning;
};

} // namespace ui
