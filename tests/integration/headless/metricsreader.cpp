// SPDX-License-Identifier: Apache-2.0
#include "metricsreader.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace metricsreader {

namespace {

/// What OpenMetrics 1.0 says of a label's value, undone.
QString unescaped(QString value)
{
    QString plain;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value.at(i) != u'\\') {
            plain += value.at(i);
            continue;
        }
        ++i;
        plain += value.at(i) == u'n' ? QChar(u'\n') : value.at(i);
    }
    return plain;
}

} // namespace

QList<Sample> samplesIn(const QByteArray &metrics)
{
    static const QRegularExpression sampleLine(
        u"^([a-z_]+)(?:\\{((?:[a-z_]+=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\",?)*)\\})? ([0-9.]+)$"_s);
    static const QRegularExpression label(u"([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\""_s);
    static const QRegularExpression head(u"^# (TYPE|HELP) ([a-z_]+) (.+)$"_s);
    QList<Sample> samples;
    QStringList families;
    QStringList lines = QString::fromUtf8(metrics).split(u'\n');
    if (lines.takeLast() != QString() || lines.takeLast() != u"# EOF")
        return {};
    for (const QString &line : std::as_const(lines)) {
        const auto heading = head.match(line);
        if (heading.hasMatch() && heading.captured(1) == u"TYPE") {
            if (families.contains(heading.captured(2)) || heading.captured(3) != u"gauge")
                return {};
            families.append(heading.captured(2));
        }
        if (heading.hasMatch())
            continue;
        const auto match = sampleLine.match(line);
        if (!match.hasMatch() || families.isEmpty() || match.captured(1) != families.constLast()) {
            qWarning("%s", qPrintable(line));
            return {};
        }
        Sample one{match.captured(1), {}, match.captured(3).toDouble()};
        for (auto it = label.globalMatch(match.captured(2)); it.hasNext();) {
            const auto found = it.next();
            one.labels.insert(found.captured(1), unescaped(found.captured(2)));
        }
        samples.append(one);
    }
    return samples;
}

Sample sampleOf(const QList<Sample> &samples, const QString &name)
{
    const auto found = std::find_if(samples.begin(), samples.end(),
                                    [&name](const Sample &one) { return one.name == name; });
    return found == samples.end() ? Sample{{}, {}, -1} : *found;
}

double valueOf(const QList<Sample> &samples, const QString &name)
{
    return sampleOf(samples, name).value;
}

} // namespace metricsreader
