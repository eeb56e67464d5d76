// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "session/session.h"
#include "tests/support/simulatorprocess.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QRandomGenerator>
#include <QTimer>

#include <memory>

/// Turns a project's pages for as long as asked, while the server has all sorts of faults, and
/// counts what comes of it: every page ends, every request that was sent arrives once, and the
/// memory stays what it was.
class SoakRun : public QObject
{
    Q_OBJECT

public:
    /// What is compared at the end.
    struct Result
    {
        int pagesShown = 0;
        int pagesFailed = 0;
        int retries = 0;
        int faults = 0;
        /// As we count them.
        qint64 requestsSent = 0;
        /// As the server counts them.
        qint64 requestsSeen = 0;
        /// Those that the server dropped without a byte: Qt sends each once more by itself.
        qint64 requestsDropped = 0;
        /// Resident memory in KiB, after the first pages and at the end.
        qint64 memoryAtFirst = 0;
        qint64 memoryAtLast = 0;

        bool allArrivedOnce() const { return requestsSeen == requestsSent + requestsDropped; }
        /// In percent of memoryAtFirst.
        double growth() const;
    };

    explicit SoakRun(int pages);
    ~SoakRun() override;

    /// Begins. Emits finished() when all pages have been turned.
    void start();

    const Result &result() const { return m_result; }

Q_SIGNALS:
    /// `complete` unless a page did not end in time.
    void finished(bool complete);

private:
    void nextPage();
    void injectFault();
    void turnPage();
    void notePage();
    void countRequests();
    void readCount(QNetworkReply *reply);
    void report() const;
    QNetworkReply *control(const QByteArray &method, const QString &path,
                           const QByteArray &body = {});

    int m_pages;
    int m_turned = 0;
    bool m_isTurning = false;
    Result m_result;
    QRandomGenerator m_random;
    QElapsedTimer m_timer;
    QTimer m_watchdog;
    testsupport::SimulatorProcess m_simulator;
    QNetworkAccessManager m_control;
    std::unique_ptr<Session> m_session;
};
