// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// What the program that people run is hardened with, read in the file by readelf.
class HardeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isInTheFile_data();
    void isInTheFile();
    void isCompiledIn();
    void isInEveryRelease();

private:
    static QString run(const QString &program, const QStringList &arguments);
};

QString HardeningTest::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput())
                                     : QString();
}

void HardeningTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"readelf"_s).isEmpty())
        QSKIP("There is no readelf.");
}

void HardeningTest::isInTheFile_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QRegularExpression>("pattern");
    QStringList files{QStringLiteral(BUCKETSCOPE_SAMPLE)};
    // In other builds it is not what people run.
    if (const QString program = QStringLiteral(BUCKETSCOPE_RELEASE_PROGRAM); !program.isEmpty())
        files.append(program);
    const QList<std::pair<const char *, QString>> traces{
        {"can be loaded anywhere", u"Type: +DYN"_s},
        {"its tables become read-only", u"GNU_RELRO"_s},
        {"all of them, at the start", u"BIND_NOW"_s},
        {"no code on the stack", u"GNU_STACK +\\S+ +\\S+ +\\S+\\s+\\S+ +\\S+ +RW +"_s},
        {"stack protector", u"__stack_chk_fail"_s},
        {"fortified functions", u"__(memcpy|snprintf|vsnprintf|printf|fprintf|read|memmove)_chk"_s},
    };
    for (const QString &file : files) {
        for (const auto &[name, pattern] : traces)
            QTest::addRow("%s: %s", qPrintable(file.section(u'/', -1)), name)
                << file << QRegularExpression(pattern);
    }
}

void HardeningTest::isInTheFile()
{
    QFETCH(const QString, file);
    QFETCH(const QRegularExpression, pattern);
    const QString elf =
        run(u"readelf"_s, {u"-W"_s, u"-h"_s, u"-l"_s, u"-d"_s, u"--dyn-syms"_s, file});
    QVERIFY2(elf.contains(pattern), qPrintable(elf));
}

void HardeningTest::isCompiledIn()
{
    const QString said = run(QStringLiteral(BUCKETSCOPE_SAMPLE), {});
    QVERIFY2(said.contains(u"fortified 2") || said.contains(u"fortified 3"), qPrintable(said));
#ifdef __x86_64__
    QVERIFY2(said.contains(u"control flow"), qPrintable(said));
#endif
}

/// The sample is hardened as it is told to be; so is each of our targets in a release.
void HardeningTest::isInEveryRelease()
{
    QFile file(QStringLiteral(BUCKETSCOPE_SOURCE_DIR "/CMakeLists.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("target_link_libraries(bucketscope_options INTERFACE "
                                    "$<$<CONFIG:Release>:bucketscope_hardening>)"));
}

QTEST_GUILESS_MAIN(HardeningTest)
#include "tst_hardening.moc"
