// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace bench {

namespace {

constexpr int Columns = 6;
using Row = std::array<QString, Columns>;

/// Three digits that count: 0.51, 5.13, 51.3, 513.
QString inDigits(double number)
{
    const int decimals = number < 10 ? 2 : number < 100 ? 1 : 0;
    return QString::number(number, 'f', decimals);
}

QString withUnit(double number, const QString &unit)
{
    return QString(inDigits(number) + u' ' + unit);
}

QString targetOf(const Figure &figure)
{
    if (!figure.hasTarget())
        return u"–"_s;
    QStringList parts;
    if (figure.ratioTarget)
        parts.append(QString(u"× "_s + inDigits(*figure.ratioTarget)));
    if (figure.limit)
        parts.append(withUnit(*figure.limit, figure.unit));
    return QString(u"≤ "_s + parts.join(u", ≤ "_s));
}

Row rowOf(const Figure &figure)
{
    const auto ratio = figure.ratio();
    const QString reference = figure.reference
        ? QString(withUnit(*figure.reference, figure.unit) + u' ' + figure.referenceName)
        : figure.referenceName;
    const QString verdict = figure.isMet() ? u"met"_s : u"NOT met"_s;
    return {figure.name,      withUnit(figure.ours, figure.unit),
            reference,        ratio ? QString::number(*ratio, 'f', 2) : u"–"_s,
            targetOf(figure), figure.hasTarget() ? verdict : QString()};
}

QJsonValue jsonNumber(const std::optional<double> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonObject figureJson(const Figure &figure)
{
    return {{u"figure"_s, figure.name},
            {u"unit"_s, figure.unit},
            {u"ours"_s, figure.ours},
            {u"referenceName"_s, figure.referenceName},
            {u"reference"_s, jsonNumber(figure.reference)},
            {u"ratio"_s, jsonNumber(figure.ratio())},
            {u"ratioTarget"_s, jsonNumber(figure.ratioTarget)},
            {u"limit"_s, jsonNumber(figure.limit)},
            {u"met"_s, figure.hasTarget() ? QJsonValue(figure.isMet()) : QJsonValue()}};
}

} // namespace

QString tableOf(const QList<Figure> &figures, const Machine &machine)
{
    QList<Row> rows{{u"Figure"_s, u"Ours"_s, u"Reference"_s, u"Ratio"_s, u"Target"_s, u""_s}};
    for (const Figure &figure : figures)
        rows.append(rowOf(figure));
    std::array<qsizetype, Columns> widths{};
    for (const Row &row : rows) {
        for (size_t i = 0; i < Columns; ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    QString table;
    for (const Row &row : rows) {
        QString line;
        for (size_t i = 0; i < Columns; ++i)
            line += row[i].leftJustified(widths[i] + 2);
        table += line.trimmed() + u'\n';
    }
    return QString(table + u'\n' + machine.toText() + u'\n');
}

QByteArray jsonOf(const QList<Figure> &figures, const Machine &machine)
{
    QJsonArray list;
    for (const Figure &figure : figures)
        list.append(figureJson(figure));
    return QJsonDocument(QJsonObject{{u"figures"_s, list}, {u"machine"_s, machine.toJson()}})
        .toJson();
}

} // namespace bench
