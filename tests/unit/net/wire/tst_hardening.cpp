// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

struct InstalledProgram
{
    QString file;
    QStringList objects;
    bool isHardened = false;
};

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Those that the build knows of.
QList<InstalledProgram> installedPrograms()
{
    QList<InstalledProgram> programs;
    const QStringList lines =
        contentOf(QStringLiteral(BUCKETSCOPE_INSTALLED)).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList parts = line.split(u'\t');
        programs.append({parts.value(0), parts.value(1).split(u','), parts.value(2) == u"1"});
    }
    return programs;
}

/// Those that `script` and the scripts that it includes would install.
QStringList programsInstalledBy(const QString &script)
{
    static const QRegularExpression program(u"TYPE EXECUTABLE FILES \"([^\"]+)\""_s);
    static const QRegularExpression included(u"include\\(\"([^\"]+)\"\\)"_s);
    const QString content = contentOf(script);
    QStringList files;
    for (auto match = program.globalMatch(content); match.hasNext();)
        files.append(match.next().captured(1));
    for (auto match = included.globalMatch(content); match.hasNext();)
        files += programsInstalledBy(match.next().captured(1));
    return files;
}

} // namespace

/// What the programs that people run are hardened with, read in the files by readelf.
class HardeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isInTheFile_data();
    void isInTheFile();
    void isCompiledIn();
    void guardsLargeFrames();
    void guardsJumps_data();
    void guardsJumps();
    void isInEveryRelease();
    void isInAllThatIsInstalled();

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
#ifdef BUCKETSCOPE_IS_RELEASE
    for (const InstalledProgram &program : installedPrograms())
        files.append(program.file);
#endif
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

/// Each page of a large frame is touched, so that none jumps over the page that guards the stack.
void HardeningTest::guardsLargeFrames()
{
#ifndef __x86_64__
    QSKIP("Other processors have other instructions for it.");
#endif
    static const QRegularExpression touch(u"(or|mov)q? +\\$0x0, ?\\(%rsp\\)"_s);
    const QString code =
        run(u"objdump"_s, {u"-d"_s, u"--disassemble=main"_s, QStringLiteral(BUCKETSCOPE_SAMPLE)});
    QVERIFY2(code.contains(touch), qPrintable(code));
}

void HardeningTest::guardsJumps_data()
{
    QTest::addColumn<QString>("object");
    QStringList objects = QStringLiteral(BUCKETSCOPE_SAMPLE_OBJECTS).split(u',');
#ifdef BUCKETSCOPE_IS_RELEASE
    for (const InstalledProgram &program : installedPrograms())
        objects += program.objects;
#endif
    for (const QString &object : std::as_const(objects))
        QTest::newRow(qPrintable(object.section(u'/', -4))) << object;
}

/// Read in objects: a program has the note only if the system's own have it, too.
void HardeningTest::guardsJumps()
{
#ifndef __x86_64__
    QSKIP("Other processors have other notes for it.");
#endif
    QFETCH(const QString, object);
    const QString notes = run(u"readelf"_s, {u"-n"_s, object});
    QVERIFY2(notes.contains(u"IBT, SHSTK"), qPrintable(object + u'\n' + notes));
}

/// The sample is hardened as it is told to be; so is in a release all that links our options.
void HardeningTest::isInEveryRelease()
{
    const QString build = contentOf(QStringLiteral(BUCKETSCOPE_SOURCE_DIR "/CMakeLists.txt"));
    QVERIFY(build.contains(u"target_link_libraries(bucketscope_options INTERFACE "
                           "$<$<CONFIG:Release>:bucketscope_hardening>)"));
}

void HardeningTest::isInAllThatIsInstalled()
{
    const QStringList files = programsInstalledBy(QStringLiteral(BUCKETSCOPE_INSTALL_SCRIPT));
    QVERIFY(files.size() >= 2);
    QStringList hardened;
    for (const InstalledProgram &program : installedPrograms()) {
        if (program.isHardened)
            hardened.append(program.file);
    }
    for (const QString &file : files)
        QVERIFY2(hardened.contains(file), qPrintable(file));
}

QTEST_GUILESS_MAIN(HardeningTest)
#include "tst_hardening.moc"
