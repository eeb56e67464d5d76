// SPDX-License-Identifier: Apache-2.0
// A bare QNetworkAccessManager: get TOKEN. For each URL on standard input, it says how many
// milliseconds the GET took until it was finished and its body read.
#include "tests/bench/programs/stdinlines.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <cstdio>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QByteArray token = QCoreApplication::arguments().value(1).toLatin1();
    QNetworkAccessManager manager;
    const StdinLines lines([&](const QByteArray &line) {
        QElapsedTimer timer;
        timer.start();
        QNetworkRequest request(QUrl::fromEncoded(line));
        request.setRawHeader("Authorization", "Bearer " + token);
        request.setRawHeader("Accept", "application/vnd.atlas.2025-02-19+json");
        QNetworkReply *reply = manager.get(request);
        QObject::connect(reply, &QNetworkReply::finished, reply, [reply, timer] {
            const bool isWhole = !reply->readAll().isEmpty();
            const double milliseconds = double(timer.nsecsElapsed()) / 1e6;
            std::printf(isWhole ? "%.6f\n" : "failed\n", milliseconds);
            std::fflush(stdout);
            reply->deleteLater();
        });
    });
    return QCoreApplication::exec();
}
