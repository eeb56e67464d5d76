// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/tables/tableview.h"

#include <QMenu>

namespace ui {

// What the mouse does at the header of a table, in menus and by keys.

/// Adds `Sort by`: the visible columns, and the order. Nothing can be chosen while the rows cannot
/// be sorted; the tooltip of the header says why.
void addSortMenu(QMenu &menu, TableView &table);

/// Adds the ways to move `column` by one place.
void addColumnPlaces(QMenu &menu, TableView &table, int column);

/// Adds what makes `column` wider, narrower, or as wide as its contents.
void addColumnWidths(QMenu &menu, TableView &table, int column);

/// All of these, of the current column.
void addColumnEntries(QMenu &menu, TableView &table);

/// Has the table's context menu, by the mouse and by keys, be these entries and nothing else, and
/// announces the order that is chosen at the header.
void offerColumnMenu(TableView &table);

/// Moves the column by `step` places among the visible ones, and announces where it is. Does
/// nothing at an end.
void moveColumn(TableView &table, int column, int step);

/// Announces what the rows of `table` are sorted by.
void announceOrder(TableView &table);

} // namespace ui
