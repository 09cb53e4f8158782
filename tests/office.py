"""LibreOffice for tests: importing this ends the test with status 77, and a word, where it or python3-uno is absent."""
import os
import shutil
import subprocess
import sys
import time

try:
    import uno
except ImportError:
    debian = "/usr/bin/python3"  # where python3-uno lies, whatever python3 is first in PATH
    if os.path.exists(debian) and not os.path.samefile(debian, sys.executable):
        os.execv(debian, [debian, *sys.argv])
    print("python3-uno is not installed")
    sys.exit(77)
if not shutil.which("soffice"):
    print("LibreOffice is not installed")
    sys.exit(77)
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


class Office:
    """LibreOffice without a window, spoken to over a pipe of its own; its settings lie in `scratch`."""

    def __init__(self, scratch):
        self.scratch = scratch

    def __enter__(self):
        pipe = f"spbe{os.getpid()}"
        self.process = subprocess.Popen(
            ["soffice", f"-env:UserInstallation=file://{self.scratch}/office", "--headless", "--norestore",
             "--nologo", f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(600):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except NoConnectException:
                time.sleep(0.2)
        else:
            raise RuntimeError("LibreOffice does not answer")
        self.desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        return self

    def open(self, path):
        return self.desktop.loadComponentFromURL(path.as_uri(), "_blank", 0,
                                                 (PropertyValue(Name="Hidden", Value=True),))

    @staticmethod
    def save(document):
        """As Excel's own format, where it was opened."""
        document.storeAsURL(document.URL, (PropertyValue(Name="FilterName", Value="Calc MS Excel 2007 XML"),
                                           PropertyValue(Name="Overwrite", Value=True)))

    def __exit__(self, *_):
        try:
            self.desktop.terminate()
        finally:
            self.process.wait(60)
