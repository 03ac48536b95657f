@_exported import CNIOLinux
