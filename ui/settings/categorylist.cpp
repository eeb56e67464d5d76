// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/categorylist.h"

#include "ui/accessibility/selectionfollower.h"
#include "ui/look/theme.h"
#include "ui/settings/profileedits.h"
#include "ui/settings/settingsitemdelegate.h"

#include <algorithm>

namespace ui {

namespace {

constexpr int Narrowest = 150;

} // namespace

CategoryList::CategoryList(QWidget *parent) : QListWidget(parent)
{
    setAccessibleName(tr("Categories"));
    setItemDelegate(new SettingsItemDelegate(this));
    followSelection(this);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
}

void CategoryList::fit()
{
    setFixedWidth(std::max(Narrowest, sizeHintForColumn(0) + 2 * theme::Margin));
}

void CategoryList::mark(int row, bool hasError)
{
    item(row)->setData(ProfileEdits::ErrorRole, hasError);
    item(row)->setData(Qt::AccessibleDescriptionRole,
                       hasError ? ProfileEdits::errorMarkText() : QString());
}

} // namespace ui
