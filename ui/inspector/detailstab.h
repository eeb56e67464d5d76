// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/bucketinspector.h"
#include "ui/inspector/fieldlist.h"
#include "ui/settings/tonelabel.h"

namespace ui {

/// Every field of the selected bucket and of its role.
class DetailsTab : public FieldList
{
    Q_OBJECT

public:
    explicit DetailsTab(QWidget *parent = nullptr);

    void show(const browse::BucketInspector &inspector);

private:
    ToneLabel *m_warning;
};

} // namespace ui
