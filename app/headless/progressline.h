// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>

namespace headless {

/// A line on standard error that tells how far a run is, drawn over now and then; if that is a
/// terminal. Other lines come above it.
class ProgressLine final : public QObject
{
    Q_OBJECT

public:
    ProgressLine();
    ~ProgressLine() override;

    /// Tells what `text` says, from now on.
    void start(const std::function<QString()> &text);
    /// Leaves nothing on the terminal.
    void stop();

private:
    void draw();
    void clear();

    std::function<QString()> m_text;
    QString m_drawn;
    QTimer m_timer;
};

/// Prints a line of this program to standard error, simplified and with its name before it.
void printLine(const QString &text);

} // namespace headless
