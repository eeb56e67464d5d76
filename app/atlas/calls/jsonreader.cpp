// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/jsonreader.h"

#include <QCoreApplication>

#include <cmath>

namespace atlas {

namespace {

Wording expected(const char *text)
{
    return {"atlas::JsonReader", text};
}

} // namespace

JsonReader::JsonReader(const QJsonObject &object, const QString &path)
    : m_object(object), m_path(path)
{ }

QJsonValue JsonReader::value(const QString &key) const
{
    const QJsonValue found = m_object.value(key);
    return found.isNull() ? QJsonValue(QJsonValue::Undefined) : found;
}

QString JsonReader::requiredString(const QString &key)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        failAsMissing(key);
    else if (!found.isString())
        fail(key, expected(QT_TRANSLATE_NOOP("atlas::JsonReader", "not a string")));
    return found.toString();
}

std::optional<QString> JsonReader::string(const QString &key)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return std::nullopt;
    if (!found.isString())
        fail(key, expected(QT_TRANSLATE_NOOP("atlas::JsonReader", "not a string")));
    return found.toString();
}

std::optional<bool> JsonReader::boolean(const QString &key)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return std::nullopt;
    if (!found.isBool())
        fail(key, expected(QT_TRANSLATE_NOOP("atlas::JsonReader", "not true or false")));
    return found.toBool();
}

std::optional<qint64> JsonReader::integer(const QString &key)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return std::nullopt;
    const double number = found.toDouble(std::nan(""));
    if (std::isnan(number) || number != std::floor(number)
        || std::abs(number) > double(LargestExactInteger)) {
        fail(key, expected(QT_TRANSLATE_NOOP("atlas::JsonReader", "not a whole number")));
        return std::nullopt;
    }
    return static_cast<qint64>(number);
}

std::optional<QJsonArray> JsonReader::array(const QString &key)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return std::nullopt;
    if (!found.isArray())
        fail(key, expected(QT_TRANSLATE_NOOP("atlas::JsonReader", "not a list")));
    return found.toArray();
}

std::optional<QJsonObject> JsonReader::object(const QString &key)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return std::nullopt;
    if (!found.isObject())
        failAsNoObject(key);
    return found.toObject();
}

QString JsonReader::pathOf(const QString &key) const
{
    if (m_path.isEmpty() || key.isEmpty())
        return m_path.isEmpty() ? key : m_path;
    return QString(m_path + u'.' + key);
}

void JsonReader::failAsMissing(const QString &key)
{
    fail(key, expected(QT_TRANSLATE_NOOP("atlas::JsonReader", "missing")));
}

void JsonReader::failAsNoObject(const QString &key)
{
    fail(key, expected(QT_TRANSLATE_NOOP("atlas::JsonReader", "not an object")));
}

void JsonReader::fail(const QString &key, const Wording &expectation)
{
    if (!m_problem)
        m_problem = Wording::sequence({pathOf(key), expectation}, QStringLiteral(": "));
}

} // namespace atlas
