// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

/// A small disk in memory, to be full or read-only.
class SmallDisk
{
public:
    /// Starts this program anew, in place of this process, where it may mount what it likes and
    /// nobody else sees it. True once there; false if this system lets no test do so.
    static bool enterOwnMounts();

    explicit SmallDisk(int kibibytes);
    ~SmallDisk();
    Q_DISABLE_COPY_MOVE(SmallDisk)

    bool isMounted() const { return m_isMounted; }
    QString path() const { return m_path; }
    QString filePath(const QString &name) const;
    /// The names of all files, but not of folders.
    QStringList files() const;

    /// Leaves room for so many pages of 4 KiB, with a file of its own.
    bool fill(int pagesLeft) const;
    /// Takes away what fill() made.
    bool empty() const;
    bool setReadOnly(bool readOnly) const;

private:
    QTemporaryDir m_folder;
    QString m_path;
    bool m_isMounted = false;
};
