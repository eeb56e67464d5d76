// SPDX-License-Identifier: Apache-2.0
#include "ui/accessibility/dialogend.h"

#include <QTimer>

#include <chrono>

using namespace std::chrono_literals;

namespace ui {

namespace {

/// Longer than a screen reader takes to deal with what it was told.
constexpr auto TimeForQuestions = 3s;

} // namespace

void deleteAfterClose(QDialog *dialog, bool isHeard)
{
    if (!isHeard) {
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        return;
    }
    QObject::connect(dialog, &QDialog::finished, dialog, [dialog] {
        QTimer::singleShot(TimeForQuestions, dialog, &QObject::deleteLater);
    });
}

} // namespace ui
