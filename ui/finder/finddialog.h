// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/finder/finder.h"
#include "models/placesmodel.h"
#include "ui/accessibility/focuswindow.h"

class QLabel;
class QLineEdit;
class QListView;
class QModelIndex;

namespace ui {

/// Finds as one types. Return opens what is chosen, Ctrl+Return copies its ID; the arrows choose
/// while one goes on typing. Serves one search.
class FindDialog : public FocusDialog
{
    Q_OBJECT

public:
    explicit FindDialog(insight::Finder finder, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The dialog has closed on this.
    void chosen(const insight::Place &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void search();
    void showHint();
    void choose(int row);
    void move(int steps);
    void openChosen();
    void copyId();
    void tellChosen();
    QString chosenText() const;
    QString newsOfResults() const;

    insight::Finder m_finder;
    models::PlacesModel m_places;
    QLineEdit *m_search;
    QListView *m_results;
    QLabel *m_hint;
};

} // namespace ui
