// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/backupschedule.h"
#include "atlas/values/clustername.h"
#include "atlas/values/exportjobstate.h"
#include "atlas/values/objectid.h"
#include "atlas/values/utc.h"
#include "buckets/reading/completeness.h"

#include <QByteArray>
#include <QDataStream>
#include <QDateTime>
#include <QIODevice>
#include <QList>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>
#include <type_traits>

namespace insight::packing {

template<class T, class Of>
concept Is = std::is_same_v<std::remove_const_t<T>, Of>;

/// Writes values, or reads them, in the order in which it is given them: what is read is what was
/// written. Which members a value has stands once, in visit().
template<bool IsReading>
class FactArchive
{
public:
    explicit FactArchive(QDataStream &stream) : m_stream(stream) { }

    template<class... T>
    void operator()(T &...values)
    {
        (visit(*this, values), ...);
    }

    template<class T>
    void plain(T &value)
    {
        if constexpr (IsReading)
            m_stream >> value;
        else
            m_stream << value;
    }

    /// `write(value)` is what is written, and `read(written)` the value.
    template<class T, class Write, class Read>
    void as(T &value, const Write &write, const Read &read)
    {
        if constexpr (IsReading) {
            std::decay_t<decltype(write(value))> written{};
            plain(written);
            value = read(written);
        } else {
            const auto written = write(value);
            plain(written);
        }
    }

    /// `last` is the last of the enumerators.
    template<class T>
    void choice(T &value, std::remove_const_t<T> last)
    {
        as(
            value, [](auto one) { return static_cast<quint8>(one); },
            [this, last](quint8 number) {
                if (number > static_cast<quint8>(last))
                    fail();
                return number > static_cast<quint8>(last)
                    ? last
                    : static_cast<std::remove_const_t<T>>(number);
            });
    }

    template<class T>
    void optional(T &value)
    {
        bool isThere = value.has_value();
        plain(isThere);
        if constexpr (IsReading) {
            if (isThere) {
                value = typename T::value_type{};
                (*this)(*value);
            }
        } else if (isThere) {
            (*this)(*value);
        }
    }

    template<class T>
    void list(T &values)
    {
        auto count = static_cast<quint32>(values.size());
        plain(count);
        if constexpr (IsReading) {
            // No more than there are bytes for: what is damaged takes no memory.
            if (count > m_stream.device()->bytesAvailable())
                fail();
            for (quint32 i = 0; i < count && m_stream.status() == QDataStream::Ok; ++i)
                (*this)(values.emplaceBack(typename T::value_type{}));
        } else {
            for (const auto &value : values)
                (*this)(value);
        }
    }

    void fail() { m_stream.setStatus(QDataStream::ReadCorruptData); }

private:
    QDataStream &m_stream;
};

template<class A, class T>
requires std::is_arithmetic_v<T> || Is<T, QString> || Is<T, QStringList>
void visit(A &a, T &value)
{
    a.plain(value);
}

template<class A>
void visit(A &a, Is<QDateTime> auto &time)
{
    a.as(
        time, [](const QDateTime &one) { return one.toMSecsSinceEpoch(); },
        [](qint64 number) { return QDateTime::fromMSecsSinceEpoch(number, atlas::Utc); });
}

template<class A, class T>
void visit(A &a, std::optional<T> &value)
{
    a.optional(value);
}

template<class A, class T>
void visit(A &a, const std::optional<T> &value)
{
    a.optional(value);
}

template<class A, class T>
requires(!Is<T, QString>) void visit(A &a, QList<T> &values)
{
    a.list(values);
}

template<class A, class T>
requires(!Is<T, QString>) void visit(A &a, const QList<T> &values)
{
    a.list(values);
}

template<class A, class T>
void visitId(A &a, T &id)
{
    using Id = std::remove_const_t<T>;
    a.as(
        id,
        [](const Id &one) {
            const auto &bytes = one.objectId().bytes();
            return QByteArray(reinterpret_cast<const char *>(bytes.data()),
                              qsizetype{atlas::ObjectId::Size});
        },
        [&a](const QByteArray &read) {
            std::array<quint8, atlas::ObjectId::Size> bytes{};
            if (read.size() == static_cast<qsizetype>(bytes.size()))
                std::copy(read.begin(), read.end(), bytes.begin());
            else
                a.fail();
            return Id(atlas::ObjectId::fromBytes(bytes));
        });
}

template<class A, class Tag>
void visit(A &a, atlas::TypedId<Tag> &id)
{
    visitId(a, id);
}

template<class A, class Tag>
void visit(A &a, const atlas::TypedId<Tag> &id)
{
    visitId(a, id);
}

template<class A>
void visit(A &a, Is<atlas::ClusterName> auto &name)
{
    a.as(
        name, [](const atlas::ClusterName &one) { return one.toString(); },
        [&a](const QString &text) {
            const auto read = atlas::ClusterName::fromString(text);
            if (!read)
                a.fail();
            return read.value_or(atlas::ClusterName());
        });
}

/// A word of Atlas's.
template<class A, class T>
requires Is<T, atlas::ExportFrequency> || Is<T, atlas::ExportJobState>
void visit(A &a, T &word)
{
    using Word = std::remove_const_t<T>;
    a.as(
        word, [](const Word &one) { return one.apiText(); },
        [](const QString &text) { return Word::fromApi(text); });
}

template<class A>
void visit(A &a, Is<buckets::Completeness> auto &completeness)
{
    using buckets::Completeness;
    using buckets::Gap;
    static constexpr std::array Gaps{Gap::Unread,   Gap::Stopped, Gap::Failed,
                                     Gap::Shifting, Gap::LeftOut, Gap::OtherPages};
    a.as(
        completeness,
        [](Completeness one) {
            quint32 bits = 0;
            for (const Gap gap : Gaps)
                bits |= one.lacks(gap) ? static_cast<quint32>(gap) : 0;
            return bits;
        },
        [](quint32 bits) {
            Completeness read = Completeness::whole();
            for (const Gap gap : Gaps) {
                if ((bits & static_cast<quint32>(gap)) != 0)
                    read.add(gap);
            }
            return read;
        });
}

} // namespace insight::packing
