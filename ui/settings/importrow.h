// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/importcandidate.h"

#include <QCheckBox>
#include <QWidget>

namespace ui {

/// A profile of the Atlas CLI: whether to import it, and what to know about it.
class ImportRow : public QWidget
{
    Q_OBJECT

public:
    explicit ImportRow(const accounts::ImportCandidate &candidate, QWidget *parent = nullptr);

    const accounts::ImportCandidate &candidate() const { return m_candidate; }
    bool isChosen() const { return m_choice->isChecked(); }

Q_SIGNALS:
    /// isChosen() has changed.
    void choiceChanged();

private:
    accounts::ImportCandidate m_candidate;
    QCheckBox *m_choice;
};

} // namespace ui
