// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/secrets/secret.h"

#include <QByteArray>

namespace testsupport {

/// Whether this system shows a process its own memory.
bool canSearchMemory();

/// A text that this object keeps in disguise, so that whatever is found of it in memory is a copy
/// that somebody else has made.
class HiddenText
{
public:
    /// 40 letters and digits.
    static HiddenText random();

    accounts::Secret toSecret() const;

    /// How often it stands in the memory that this process can write to, freed memory and all: as
    /// it is, in UTF-16, and in base64 on its own.
    int countInMemory() const;

private:
    explicit HiddenText(const QByteArray &disguised) : m_disguised(disguised) { }

    QByteArray m_disguised;
};

} // namespace testsupport
