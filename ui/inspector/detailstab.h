// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/bucketinspector.h"
#include "insight/check/exportcheck.h"
#include "ui/inspector/fieldlist.h"
#include "ui/inspector/verdictbox.h"
#include "ui/parts/tonelabel.h"

namespace ui {

/// Every field of the selected bucket and of its role; above them what is wrong with it, and
/// whether it may be removed.
class DetailsTab : public FieldList
{
    Q_OBJECT

public:
    explicit DetailsTab(QWidget *parent = nullptr);

    void show(const buckets::BucketInspector &inspector, const insight::ExportCheck &check);

private:
    ToneLabel *m_warning;
    VerdictBox *m_verdict;
};

} // namespace ui
