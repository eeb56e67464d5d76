// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <algorithm>

namespace share {

/// Room for one row at the end of a byte array, made once for the longest that the row can get:
/// no byte of it asks for room again. What was not needed is given back with the destructor.
class RowSpace
{
public:
    RowSpace(QByteArray &out, qsizetype most) : m_out(out)
    {
        const qsizetype start = out.size();
        out.resize(start + most);
        m_at = out.data() + start;
    }
    ~RowSpace() { m_out.resize(m_at - m_out.constData()); }
    Q_DISABLE_COPY_MOVE(RowSpace)

    void put(char byte)
    {
        Q_ASSERT(m_at < m_out.constEnd());
        *m_at++ = byte;
    }

    void put(QByteArrayView bytes)
    {
        Q_ASSERT(bytes.size() <= m_out.constEnd() - m_at);
        m_at = std::copy(bytes.begin(), bytes.end(), m_at);
    }

private:
    QByteArray &m_out;
    char *m_at;
};

} // namespace share
