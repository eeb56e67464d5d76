// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/accepted.h"
#include "insight/health/finding.h"
#include "ui/accessibility/focuswindow.h"

#include <QLineEdit>

namespace ui {

class FormField;
class RoomyButton;
class ToneLabel;

/// Asks why a finding is accepted, and until when. Shown with open() or show().
class AcceptDialog : public FocusDialog
{
    Q_OBJECT

public:
    /// Proposes an entry for `finding`: for its project, its cluster and its bucket.
    explicit AcceptDialog(const insight::Finding &finding, QWidget *parent = nullptr);

    /// Says why the entry could not be written.
    void showProblem(const QString &problem);

Q_SIGNALS:
    /// The entry is to be written. Whoever does closes the dialog, or shows the problem.
    void chosen(const insight::AcceptedEntry &entry);

private:
    QLayout *makeHead(const insight::Finding &finding);
    QLayout *makeButtons();
    std::optional<QDate> until() const;
    bool isEndSound() const;
    void showWhatIsMissing();
    void confirm();

    insight::AcceptedEntry m_entry;
    QLineEdit *m_reason;
    QLineEdit *m_until;
    FormField *m_untilField = nullptr;
    ToneLabel *m_message;
    RoomyButton *m_ok;
};

} // namespace ui
