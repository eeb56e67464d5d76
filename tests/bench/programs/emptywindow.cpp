// SPDX-License-Identifier: Apache-2.0
// The least that a program with a table can be: emptywindow [URL TOKEN]. With a URL, it also
// fetches that, and says "fetched".
#include <QApplication>
#include <QMainWindow>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTableView>

#include <cstdio>
#include <memory>

namespace {

constexpr int Usual = 3;

std::unique_ptr<QNetworkAccessManager> fetch(const QString &url, const QString &token)
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    QNetworkRequest request{QUrl(url)};
    request.setRawHeader("Authorization", "Bearer " + token.toLatin1());
    request.setRawHeader("Accept", "application/vnd.atlas.2025-02-19+json");
    QNetworkReply *reply = manager->get(request);
    QObject::connect(reply, &QNetworkReply::finished, reply, [reply] {
        std::puts(reply->readAll().isEmpty() ? "failed" : "fetched");
        std::fflush(stdout);
        reply->deleteLater();
    });
    return manager;
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QMainWindow window;
    window.setCentralWidget(new QTableView(&window));
    // As large as ours.
    window.resize(1440, 880);
    window.show();
    std::unique_ptr<QNetworkAccessManager> manager;
    if (const QStringList arguments = QCoreApplication::arguments(); arguments.size() == Usual)
        manager = fetch(arguments[1], arguments[2]);
    return QApplication::exec();
}
