// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/wording.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace atlas {

/// 2^53: up to it a double, which is what JSON's numbers are read as, holds each whole number.
inline constexpr qint64 LargestExactInteger = 9'007'199'254'740'992;

/// Reads the fields of one JSON object strictly and remembers the first that is wrong, by its path.
/// Absent and `null` are the same. A value of another type than the asked one is wrong, never
/// converted.
class JsonReader
{
public:
    /// `path` names the object in messages, e.g. `results[3]`; empty for the body itself.
    explicit JsonReader(const QJsonObject &object, const QString &path = {});

    QString requiredString(const QString &key);
    std::optional<QString> string(const QString &key);
    std::optional<bool> boolean(const QString &key);
    /// Whole numbers up to LargestExactInteger.
    std::optional<qint64> integer(const QString &key);
    std::optional<QJsonArray> array(const QString &key);
    std::optional<QJsonObject> object(const QString &key);

    /// Has `read` read the object at `key`, if there is one: `read(JsonReader &)`. What is wrong in
    /// it is wrong here.
    template<class Read>
    void inObject(const QString &key, Read read)
    {
        if (const auto found = object(key))
            readInner(*found, key, read);
    }

    /// Has `read` read each object of the list at `key`, if there is one, up to the first that is
    /// wrong: `read(JsonReader &, const QJsonObject &)`.
    template<class Read>
    void eachObject(const QString &key, Read read)
    {
        const QJsonArray values = array(key).value_or(QJsonArray());
        for (qsizetype i = 0; i < values.size() && !failed(); ++i) {
            const QJsonValue value = values.at(i);
            const QString itsKey = key + u'[' + QString::number(i) + u']';
            if (!value.isObject()) {
                failAsNoObject(itsKey);
                return;
            }
            const QJsonObject item = value.toObject();
            readInner(item, itsKey, [&](JsonReader &inner) { read(inner, item); });
        }
    }

    /// Has `read` read each value of the list at `key`, if there is one, as an object:
    /// `read(JsonReader &, const QJsonObject &)`. The reader of a value that is no object has
    /// failed already. What is wrong in them is for `read` to look at, and is not wrong here.
    template<class Read>
    void tryEachObject(const QString &key, Read read)
    {
        const QJsonArray values = array(key).value_or(QJsonArray());
        for (qsizetype i = 0; i < values.size(); ++i) {
            const QString itsPath = pathOf(QString(key + u'[' + QString::number(i) + u']'));
            const QJsonObject item = values.at(i).toObject();
            JsonReader inner(item, itsPath);
            if (!values.at(i).isObject())
                inner.failAsNoObject({});
            read(inner, item);
        }
    }

    /// Notes that the value of `key` is not `expectation`, unless something was wrong before.
    void fail(const QString &key, const Wording &expectation);
    /// The same of one that has to be there, and is not.
    void failAsMissing(const QString &key);

    bool failed() const { return m_problem.has_value(); }
    /// The first thing wrong, e.g. `results[3].bucketName: not a string`; nothing if all is well.
    Wording problem() const { return m_problem.value_or(Wording()); }

private:
    QJsonValue value(const QString &key) const;
    QString pathOf(const QString &key) const;
    void failAsNoObject(const QString &key);

    template<class Read>
    void readInner(const QJsonObject &object, const QString &key, Read read)
    {
        JsonReader inner(object, pathOf(key));
        read(inner);
        if (!failed())
            m_problem = inner.m_problem;
    }

    const QJsonObject &m_object;
    QString m_path;
    std::optional<Wording> m_problem;
};

} // namespace atlas
