// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/jsonreader.h"

#include <QCoreApplication>

#include <cmath>

namespace atlas {

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
        fail(key, QCoreApplication::translate("atlas::JsonReader", "missing"));
    else if (!found.isString())
        fail(key, QCoreApplication::translate("atlas::JsonReader", "not a string"));
    return found.toString();
}

std::optional<QString> JsonReader::string(const QString &key)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return std::nullopt;
    if (!found.isString())
        fail(key, QCoreApplication::translate("atlas::JsonReader", "not a string"));
    return found.toString();
}

std::optional<bool> JsonReader::boolean(const QString &key)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return std::nullopt;
    if (!found.isBool())
        fail(key, QCoreApplication::translate("atlas::JsonReader", "not true or false"));
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
        fail(key, QCoreApplication::translate("atlas::JsonReader", "not a whole number"));
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
        fail(key, QCoreApplication::translate("atlas::JsonReader", "not a list"));
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

void JsonReader::failAsNoObject(const QString &key)
{
    fail(key, QCoreApplication::translate("atlas::JsonReader", "not an object"));
}

void JsonReader::fail(const QString &key, const QString &expectation)
{
    if (!m_problem.isEmpty())
        return;
    m_problem = pathOf(key) + QLatin1String(": ") + expectation;
}

} // namespace atlas
