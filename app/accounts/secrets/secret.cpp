// SPDX-License-Identifier: Apache-2.0
#include "accounts/secrets/secret.h"

#include "accounts/secrets/dumppages.h"

#include <QByteArray>
#include <QDebug>
#include <QString>
#include <QStringEncoder>

#include <cstring>

namespace accounts {

namespace {

/// A write through a volatile pointer is an effect of the program: no compiler may drop it.
void overwrite(void *memory, std::size_t size)
{
    auto *byte = static_cast<volatile unsigned char *>(memory);
    for (std::size_t i = 0; i < size; ++i)
        byte[i] = 0;
}

} // namespace

class Secret::Buffer
{
public:
    explicit Buffer(qsizetype capacity)
        : m_data(std::make_unique<char[]>(static_cast<std::size_t>(capacity))), m_capacity(capacity)
    {
        keepOutOfDumps(m_data.get(), static_cast<std::size_t>(capacity));
    }
    ~Buffer() { overwrite(m_data.get(), static_cast<std::size_t>(m_capacity)); }
    Q_DISABLE_COPY_MOVE(Buffer)

    char *data() { return m_data.get(); }
    void setSize(qsizetype size) { m_size = size; }
    QByteArrayView view() const { return {m_data.get(), m_size}; }

private:
    std::unique_ptr<char[]> m_data;
    qsizetype m_capacity;
    qsizetype m_size = 0;
};

Secret::Secret(std::shared_ptr<const Buffer> buffer) : m_buffer(std::move(buffer)) { }

Secret Secret::fromString(QStringView text)
{
    QStringEncoder encoder(QStringEncoder::Utf8);
    const auto buffer = std::make_shared<Buffer>(encoder.requiredSpace(text.size()));
    const char *end = encoder.appendToBuffer(buffer->data(), text);
    buffer->setSize(end - buffer->data());
    return Secret(buffer);
}

Secret Secret::fromUtf8(QByteArrayView utf8)
{
    const auto buffer = std::make_shared<Buffer>(utf8.size());
    if (!utf8.isEmpty())
        std::memcpy(buffer->data(), utf8.data(), static_cast<std::size_t>(utf8.size()));
    buffer->setSize(utf8.size());
    return Secret(buffer);
}

QByteArrayView Secret::bytes() const
{
    return m_buffer ? m_buffer->view() : QByteArrayView();
}

bool operator==(const Secret &left, const Secret &right)
{
    const QByteArrayView a = left.bytes();
    const QByteArrayView b = right.bytes();
    if (a.size() != b.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a[i] ^ b[i];
    return difference == 0;
}

QDebug operator<<(QDebug debug, const Secret &secret)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << (secret.isEmpty() ? "Secret(none)" : "Secret(hidden)");
    return debug;
}

void wipe(QString &text)
{
    overwrite(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

void wipe(QByteArray &bytes)
{
    overwrite(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

} // namespace accounts
