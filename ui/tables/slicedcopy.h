// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <optional>

namespace ui {

/// Puts a text together and copies it. What takes long is done in short slices of the event loop:
/// the window goes on meanwhile. Usual copies are there at once.
class SlicedCopy : public QObject
{
    Q_OBJECT

public:
    /// More rows than this go to a file only: other programs stand no larger clipboard.
    static constexpr int MostRows = 100'000;

    /// How a text comes to be.
    struct Maker
    {
        int rows = 0;
        /// Called once for each row, from 0 on.
        std::function<void(int row)> add;
        /// Called at the end.
        std::function<QString()> text;
    };

    explicit SlicedCopy(QObject *parent = nullptr);

    /// Drops a copy that is not finished yet. `subject`, which `maker` reads, must live on until
    /// the end; if it does not, nothing is copied.
    void start(const Maker &maker, const QObject &subject);
    /// Does the rest at once, since what `maker` reads is about to change.
    void finishNow();
    void cancel();
    bool isRunning() const { return m_maker.has_value(); }

Q_SIGNALS:
    /// The text of `rows` rows is in the clipboard.
    void copied(int rows);

private:
    void workFor(qint64 milliseconds);
    void finish();

    std::optional<Maker> m_maker;
    int m_row = 0;
    QTimer m_slices;
    QMetaObject::Connection m_subjectsEnd;
};

} // namespace ui
