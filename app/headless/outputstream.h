// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/process/standardoutput.h"
#include "headless/output.h"

namespace headless {

/// Standard output.
class OutputStream final : public Output
{
    Q_OBJECT

public:
    OutputStream();

    void write(const QByteArray &bytes) override { m_stream.write(bytes); }
    bool isBehind() const override;
    bool hasWritten() const override { return m_stream.hasWritten(); }
    void finish() override;

private:
    void noteDrained();

    base::StandardOutput m_stream;
    bool m_isEnding = false;
};

} // namespace headless
