// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

/// Reads OpenMetrics 1.0 as a monitor does.
namespace metricsreader {

/// One line of a sample, taken apart.
struct Sample
{
    QString name{};
    QMap<QString, QString> labels{};
    double value = 0;
};

/// Checks the grammar as far as gauges go: nothing if it is broken.
QList<Sample> samplesIn(const QByteArray &metrics);

/// The first sample of that name; without a name, and with -1, if there is none.
Sample sampleOf(const QList<Sample> &samples, const QString &name);
/// Its value.
double valueOf(const QList<Sample> &samples, const QString &name);

} // namespace metricsreader
