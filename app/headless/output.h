// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

namespace headless {

/// Where the result goes: standard output, or a file that is replaced whole at the end, or stays as
/// it is.
class Output : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void write(const QByteArray &bytes) = 0;
    /// Whether so much is not taken yet that whoever writes should wait for caughtUp().
    virtual bool isBehind() const { return false; }
    /// Whether somebody has a part of it already, whatever comes of the rest.
    virtual bool hasWritten() const { return false; }
    /// All is written: emits finished() when it is where it goes.
    virtual void finish() = 0;

Q_SIGNALS:
    /// isBehind() is false again.
    void caughtUp();
    void finished();
    /// It cannot be written: a translated sentence. Nothing more is.
    void failed(const QString &problem);
    /// Nobody reads it any more.
    void unread();
};

} // namespace headless
